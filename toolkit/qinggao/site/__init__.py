"""What a page is on its site: its front matter."""
