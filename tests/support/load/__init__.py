"""Loads on a served instance: what legitimate readers ask, what attackers send, and who sends it."""
