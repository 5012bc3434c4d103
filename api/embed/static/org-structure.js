// The element <org-structure src="https://…/embed/cl.chilecompra" as-of="2024-12-31" lang="es">: a page of the register
// inside somebody else's page, without a frame. What stands between its tags (a link to that page) is shown until the
// page is there, and whenever it cannot be. Docs: docs/embedding.md of Orgánica.
//
// It asks the register for the fragment of the page, without credentials, and puts it into a shadow root of its own,
// with the register's style sheet. Of the fragment it takes what the lists below name and nothing else, so that
// whatever `src` leads to runs nothing in the page around it.
"use strict";

if (!customElements.get("org-structure")) {
  const PAGES = "/embed/";
  const FRAGMENT = ".fragment.html";
  const TIMEOUT_MS = 30_000;
  const XHTML = "http://www.w3.org/1999/xhtml";
  const ATTRIBUTES = { "as-of": "as_of", "known-at": "known_at" };
  const LANGUAGES = ["es", "en"];
  const ELEMENTS = new Set(
    (
      "a bdi button caption dd details div dl dt footer form h1 h2 input label li nav ol p section span strong summary " +
      "table tbody td th thead tr ul"
    ).split(" "),
  );
  const KEPT = new Set(
    "action aria-label class href hreflang id lang method name open rel required scope type value".split(" "),
  );
  const LINKS = new Set(["href", "action"]);
  // What has no class of ours and is a part all the same.
  const PARTS = { h1: "title", h2: "heading", summary: "summary", a: "link", button: "button", input: "input" };

  /** Return an address of the web, made whole. Throws where it is none. */
  const webAddress = (written, base) => {
    const url = new URL(written, base);
    if (url.protocol !== "https:" && url.protocol !== "http:") throw new TypeError(`no address of the web: ${written}`);
    return url;
  };

  /** Return where the fragment is that an element asks for, and its style. Throws where `src` leads to no page. */
  const placesOf = (element) => {
    const url = webAddress(element.getAttribute("src") ?? "", document.baseURI);
    const pages = url.pathname.lastIndexOf(PAGES) + PAGES.length;
    if (pages < PAGES.length || pages === url.pathname.length) throw new TypeError(`no page of a register: ${url}`);
    const style = new URL(`${url.pathname.slice(0, pages)}style.css`, url).href;
    url.hash = "";
    url.pathname += FRAGMENT;
    for (const [attribute, parameter] of Object.entries(ATTRIBUTES)) {
      const value = element.getAttribute(attribute);
      if (value) url.searchParams.set(parameter, value);
    }
    const language = element.getAttribute("lang")?.split("-")[0].toLowerCase();
    if (LANGUAGES.includes(language)) url.searchParams.set("lang", language);
    return { address: url.href, style };
  };

  /**
   * Ask for a fragment; return its one section, in a document that runs nothing, and where it was at last.
   * XMLHttpRequest parses HTML by itself; whoever parses a text needs a policy where a page demands trusted types.
   */
  const asked = (address, signal) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const fail = () => reject(Object.assign(new Error(`${address}: ${request.status}`), { status: request.status }));
      request.open("GET", address);
      request.responseType = "document";
      request.timeout = TIMEOUT_MS;
      request.onload = () => {
        const section = request.status === 200 ? request.response?.querySelector("section.organica") : null;
        if (section) resolve({ section, from: request.responseURL });
        else fail();
      };
      request.onerror = request.ontimeout = request.onabort = fail;
      signal.addEventListener("abort", () => request.abort());
      request.send();
    });

  /** Take out of a section what is not in the lists; make its links absolute; name the parts that a page may style. */
  const cleared = (section, from) => {
    for (const each of [section, ...section.querySelectorAll("*")]) {
      if (each.namespaceURI !== XHTML || !ELEMENTS.has(each.localName)) {
        each.remove();
        continue;
      }
      for (const { name, value } of [...each.attributes]) {
        if (!KEPT.has(name)) each.removeAttribute(name);
        else if (LINKS.has(name)) {
          try {
            each.setAttribute(name, webAddress(value, from).href);
          } catch {
            each.removeAttribute(name);
          }
        }
      }
      const named = [...each.classList].filter((name) => name.startsWith("organica-"));
      each.part.add(...named.map((name) => name.slice("organica-".length)));
      if (PARTS[each.localName]) each.part.add(PARTS[each.localName]);
    }
    section.part.add("page");
    return section;
  };

  /** Return when a style sheet is there, or cannot be: a text without style is better than none. */
  const styled = (link) =>
    new Promise((resolve) => {
      link.onload = link.onerror = resolve;
    });

  class OrgStructure extends HTMLElement {
    static observedAttributes = ["src", "lang", ...Object.keys(ATTRIBUTES)];

    #slot = document.createElement("slot");
    #place = document.createElement("div");
    #style = document.createElement("link");
    #styled = null;
    // What is shown or asked for; null: the link stands there, and nothing is under way.
    #address = null;
    #asking = null;

    constructor() {
      super();
      this.#style.rel = "stylesheet";
      this.#place.append(this.#slot);
      this.attachShadow({ mode: "open" }).append(this.#style, this.#place);
    }

    connectedCallback() {
      this.#plan();
    }

    disconnectedCallback() {
      // An element that is only moved is connected again before this is looked at.
      this.#plan();
    }

    attributeChangedCallback() {
      this.#plan();
    }

    /** Several attributes that change at once are one question: all have changed when the first is looked at. */
    #plan() {
      queueMicrotask(() => (this.isConnected ? this.#ask() : this.#stop()));
    }

    #stop() {
      if (!this.#asking) return;
      this.#asking.abort();
      this.#asking = null;
      this.#address = null;
      this.#place.removeAttribute("aria-busy");
    }

    async #ask() {
      let places = null;
      try {
        places = placesOf(this);
      } catch (error) {
        this.#stop();
        this.#fail(error, this.getAttribute("src"));
        return;
      }
      const { address, style } = places;
      if (address === this.#address) return;
      this.#stop();
      this.#address = address;
      const asking = (this.#asking = new AbortController());
      this.#place.setAttribute("aria-busy", "true");
      try {
        const [{ section, from }] = await Promise.all([asked(address, asking.signal), this.#dress(style)]);
        if (asking.signal.aborted) return;
        this.#place.replaceChildren(cleared(section, from));
        this.#end("organica-load", { address: from });
      } catch (error) {
        if (!asking.signal.aborted) this.#fail(error, address);
      }
    }

    /** Use a style sheet, once. */
    #dress(href) {
      if (this.#style.href !== href) {
        this.#styled = styled(this.#style);
        this.#style.href = href;
      }
      return this.#styled;
    }

    /** Show the link again. What was shown before was of another address. */
    #fail(error, address) {
      this.#place.replaceChildren(this.#slot);
      this.#address = null;
      this.#end("organica-error", { address, status: error.status ?? 0, message: error.message });
    }

    #end(type, detail) {
      this.#asking = null;
      this.#place.removeAttribute("aria-busy");
      this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
    }
  }

  customElements.define("org-structure", OrgStructure);
}
