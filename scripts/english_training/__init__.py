"""What train_english.py is made of: texts, a linear model, figures."""
