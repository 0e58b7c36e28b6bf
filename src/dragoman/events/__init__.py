"""Document → events: frames of the codebook matched over light syntax."""
