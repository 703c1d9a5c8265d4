function Read-ServiceStart($name) {
    $service = Get-CimInstance -ClassName Win32_Service -Filter "Name='$name'" -ErrorAction Stop
    if ($null -eq $service -or [int]$service.ProcessId -eq 0) { return $null }
    return (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime
}

# Only its command line tells for which pool a worker process works; while an old one ends, the newest counts.
function Read-PoolStart($pool) {
    $newest = $null
    foreach ($process in @(Get-CimInstance -ClassName Win32_Process -Filter "Name='w3wp.exe'" -ErrorAction Stop)) {
        $line = [string]$process.CommandLine
        if ($line -eq '') { throw 'The command line of a worker process cannot be read.' }
        if ($line -notlike ('*-ap "' + $pool + '"*')) { continue }
        if ($null -eq $newest -or $process.CreationDate -gt $newest) { $newest = $process.CreationDate }
    }
    return $newest
}

function Read-Start($name) {
    $started = if ($name -like '*AppPool') { Read-PoolStart $name } else { Read-ServiceStart $name }
    if ($null -eq $started) { return $null }
    return $started.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
}
