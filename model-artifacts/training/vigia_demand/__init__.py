"""Makes the demand models that Vigia ships: data, model, training, evaluation, export."""
