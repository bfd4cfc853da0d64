"""The lessons, the network and the training of the editor; scripts/train_editor.py runs them."""
