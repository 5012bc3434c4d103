"""Structures rendered for people and machines."""
