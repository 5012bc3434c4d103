"""Tables, migrations and the ports' implementation for SQLite and PostgreSQL."""
