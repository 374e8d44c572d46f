# What the sample tree is.
TYPE="FreeBSD"
REVISION="15.1"
BRANCH="SAMPLE"
