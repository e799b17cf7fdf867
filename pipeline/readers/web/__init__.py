"""Web pages as published: the notice among what a site puts around it."""
