"""Delivery: how an answer that was made reaches its reader, with its ETag, its lifetime and its encoding.

`made` is the answer as bytes, `kept` holds answers for whoever asks next, `sending` writes them to HTTP.
"""
