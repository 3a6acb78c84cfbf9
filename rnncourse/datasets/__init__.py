"""What the notebooks load: each module has a ``load_data()``, as the data sets of Keras do."""
