"""Seeing inside a running site: its requests, its figures for Prometheus, its errors."""
