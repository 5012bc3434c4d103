"""The chart of a day as an image, also compared with an earlier one."""
