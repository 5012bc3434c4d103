"""The questions that people ask, asked of the seeds, and their answers held word for word."""
