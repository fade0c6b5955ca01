# Counts the calls of an access log by hour, status and path.
{ calls[substr($4, 2, 14) " " $9 " " $7]++ }
END { for (key in calls) print calls[key], key }
