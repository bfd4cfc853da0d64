"""What is said to qinggao itself."""
