"""What Prometheus is told: counters of this process, and how the letters stand; never people."""

import math

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from storage.deliveries import Figures


class Metrics:
    """The figures of one process, in a registry of their own; the letters are the same in every process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.updates = Counter(
            "dannguyen_updates", "Updates by what became of them", ["outcome"], registry=self._registry
        )
        self.update_seconds = Histogram(
            "dannguyen_update_seconds", "Time from an update to its confirmation", registry=self._registry
        )
        self.rejected = Counter(
            "dannguyen_rejected_requests", "Webhook requests rejected", ["reason"], registry=self._registry
        )
        self._waiting = Gauge("dannguyen_letters_waiting", "Unsent letters", registry=self._registry)
        self._due = Gauge("dannguyen_letters_due", "Unsent letters that could go now", registry=self._registry)
        self._oldest = Gauge(
            "dannguyen_letters_oldest_due_seconds", "How long the oldest could have gone", registry=self._registry
        )
        self._lately = Gauge(
            "dannguyen_letters_last_hour",
            "Letters of the last hour by what became of them",
            ["outcome"],
            registry=self._registry,
        )

    def page(self, letters: Figures | None) -> bytes:
        """Return the page for Prometheus; None stands for figures that nobody can tell now."""
        self._waiting.set(letters.waiting if letters else math.nan)
        self._due.set(letters.due if letters else math.nan)
        self._oldest.set(letters.oldest.total_seconds() if letters else math.nan)
        self._lately.clear()
        for outcome, count in letters.lately.items() if letters else ():
            self._lately.labels(outcome).set(count)
        return generate_latest(self._registry)
