"""What each REST operation answers: from a question already read to plain values."""
