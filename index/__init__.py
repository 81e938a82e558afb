"""Finding clauses: search keys, words, BM25, embeddings, their fusion, and the snapshot that keeps them."""
