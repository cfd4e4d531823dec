"""What is counted for Prometheus; labels hold kinds and outcomes, never people."""

from prometheus_client import CollectorRegistry, Counter, Histogram


class Metrics:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "dannguyen_updates", "Updates by what became of them", ["outcome"], registry=self.registry
        )
        self.update_seconds = Histogram(
            "dannguyen_update_seconds", "Time from an update to its confirmation", registry=self.registry
        )
        self.rejected = Counter(
            "dannguyen_rejected_requests", "Webhook requests rejected", ["reason"], registry=self.registry
        )
