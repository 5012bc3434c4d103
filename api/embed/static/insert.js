// Runs in the page for editors of portals: shows the button that copies the lines above it, and says whether it did.
// Without it the lines stand in their field all the same.
"use strict";

for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[role=status]");

  /** Copy the lines; tell whether that was possible. Pages that are not secure have no clipboard of the new sort. */
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.select();
      const done = document.execCommand("copy");
      button.focus();
      return done;
    }
  };

  button.addEventListener("click", async () => {
    // What is said twice is announced twice only where it was gone in between.
    status.textContent = "";
    const done = await copied();
    setTimeout(() => {
      status.textContent = done ? button.dataset.copied : button.dataset.notCopied;
    }, 50);
  });
  button.hidden = false;
}
