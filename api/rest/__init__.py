"""The REST contract, version 1: operations, their parameters and schemas, and what they answer."""
