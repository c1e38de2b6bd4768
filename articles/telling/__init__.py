"""What other programs are told when something public changes: webhooks and the WebSub hub."""
