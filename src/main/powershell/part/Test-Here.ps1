# Whether a server is this one; Windows keeps fifteen characters of its name.
function Test-Here($server) {
    $name = ([string]$server).Split('.')[0]
    if ($name.Length -gt 15) { $name = $name.Substring(0, 15) }
    return [bool]($name -eq [string]$env:COMPUTERNAME)
}
