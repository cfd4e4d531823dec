"""The web door: health, metrics, and the webhook by which Telegram hands updates in."""
