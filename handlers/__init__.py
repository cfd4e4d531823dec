"""The doors: one folder a channel; they read what people do there, call the desk and render its letters."""
