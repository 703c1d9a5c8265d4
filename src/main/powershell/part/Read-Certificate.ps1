# A session without Exchange's types makes a certificate again from its bytes: such an object says that it has no key
# and no name, whatever the server has. Whether the key is here then stands in this server's own store.
function Read-Bytes($found) {
    $property = $found.PSObject.Properties['RawData']
    if ($null -eq $property -or $null -eq $property.Value) { return $null }
    return , [byte[]]$property.Value
}

function Read-Thumbprint($bytes) {
    $hash = [System.Security.Cryptography.SHA1]::Create().ComputeHash([byte[]]$bytes)
    return [System.BitConverter]::ToString($hash).Replace('-', '')
}

function Read-Store {
    $store = @{}
    try {
        foreach ($entry in @(Get-ChildItem -Path 'Cert:\LocalMachine\My' -ErrorAction Stop)) {
            $store[[string]$entry.Thumbprint] = $entry
        }
    }
    catch { Write-Warning ('The certificate store could not be read: ' + [string]$_.Exception.Message) }
    return $store
}

# Only Exchange's own object has the services, so only its "no" counts; "yes" is never made up.
function Test-InFull($found) {
    return [bool]($null -ne $found.PSObject.Properties['Services'])
}

# True, false, or null when nobody here knows.
function Read-KeyPresence($found, $entry) {
    if ((Read-Text $found 'HasPrivateKey') -eq 'True') { return $true }
    if ($null -ne $entry) { return [bool]((Read-Text $entry 'HasPrivateKey') -eq 'True') }
    if (Test-InFull $found) { return $false }
    return $null
}
