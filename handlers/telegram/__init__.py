"""The Telegram door: one file a conversation, and `routes` with all of them in one visible order."""
