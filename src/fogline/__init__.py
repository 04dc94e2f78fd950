"""Fogline: conflict reporting in; attributed claims, incidents and control out."""

__version__ = "0.1.0"
