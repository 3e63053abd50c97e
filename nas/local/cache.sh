# stub
warm_cache() { :; }
