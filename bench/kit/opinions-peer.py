"""The peer of the opinions bench: scikit-learn's TruncatedSVD and KMeans over the same votes; it counts no statistics."""
import json
import resource
import sys
import time

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD

folder, participants, statements, groups = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
rows = np.fromfile(f"{folder}/participant", dtype=np.int32)
columns = np.fromfile(f"{folder}/statement", dtype=np.int32)
values = np.fromfile(f"{folder}/value", dtype=np.int8).astype(np.float64)

began, spent = time.perf_counter(), time.process_time()
seen = np.bincount(columns, minlength=statements)
centre = np.bincount(columns, weights=values, minlength=statements) / np.maximum(seen, 1)
votes = csr_matrix((values - centre[columns], (rows, columns)), shape=(participants, statements))
projected = TruncatedSVD(n_components=2, random_state=1).fit_transform(votes)
projected *= np.sqrt(statements / np.maximum(1, np.bincount(rows, minlength=participants)))[:, None]
KMeans(n_clusters=groups, n_init=10, random_state=1).fit(projected)
print(
    json.dumps(
        {
            "seconds": time.perf_counter() - began,
            "processor": time.process_time() - spent,
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
