"""Machines that translate sentence by sentence: models on CTranslate2, and an endpoint of the net."""
