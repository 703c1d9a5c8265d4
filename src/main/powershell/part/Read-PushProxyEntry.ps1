# The push proxy's object in the directory, as the domain controller dates it that Exchange works with.
# None of its documented attributes tells whether the proxy is enabled; its date tells whether anybody wrote since.
# Needs Read-Text.
function Open-PushProxyEntry($configuration) {
    if ((Read-Text $configuration 'DistinguishedName') -notmatch ',(CN=(?:[^,\\]|\\.)+,CN=Microsoft Exchange,CN=Services,.+)\z') {
        throw 'The auth configuration does not tell its place in the directory.'
    }
    $path = 'LDAP://'
    $server = Read-Text $configuration 'OriginatingServer'
    if ($server -ne '') { $path += $server + '/' }
    $path += ('CN=OnPrem-Proxy,CN=Push Notifications Settings,' + $Matches[1]).Replace('/', '\/')
    # What this session signed in with cannot be handed on to a domain controller; the credential that came for Exchange can.
    if ($null -ne $session.PSObject.Properties['user'] -and [string]$session.user -ne '') {
        return New-Object -TypeName System.DirectoryServices.DirectoryEntry -ArgumentList $path, ([string]$session.user), ([string]$session.password)
    }
    return New-Object -TypeName System.DirectoryServices.DirectoryEntry -ArgumentList $path
}

function Format-DirectoryTime($value) {
    if ($value -isnot [DateTime]) { throw 'The directory gave no time.' }
    if ($value.Kind -eq [DateTimeKind]::Unspecified) { $value = [DateTime]::SpecifyKind($value, [DateTimeKind]::Utc) }
    return $value.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
}

function Read-PushProxyEntry {
    $server = ''
    try {
        $configuration = Get-AuthConfig -ErrorAction Stop
        $server = Read-Text $configuration 'OriginatingServer'
        $entry = Open-PushProxyEntry $configuration
        $entry.RefreshCache([string[]]@('whenCreated', 'whenChanged'))
        return [ordered]@{ state = 'found'; server = $server; evidence = ''
            created = Format-DirectoryTime $entry.Properties['whenCreated'].Value
            changed = Format-DirectoryTime $entry.Properties['whenChanged'].Value }
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        # ERROR_DS_NO_SUCH_OBJECT; also what an account is told that may not see the object.
        $missing = $cause -is [System.Runtime.InteropServices.COMException] -and $cause.ErrorCode -eq -2147016656
        $state = 'unreadable'
        if ($missing) { $state = 'missing' }
        return [ordered]@{ state = $state; server = $server; evidence = [string]$cause.Message; created = $null; changed = $null }
    }
}
