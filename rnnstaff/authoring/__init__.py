"""From the sources of the course to what students get, and the checks that nothing built is stale or leaks."""
