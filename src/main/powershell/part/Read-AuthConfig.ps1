# What was written may take a moment until the directory shows it; an answer without it is an answer.
function Read-AuthConfig {
    $configuration = $null
    try { $configuration = Get-AuthConfig -ErrorAction Stop }
    catch { Write-Warning ('The auth configuration could not be read back: ' + [string]$_.Exception.Message) }
    $shown = [ordered]@{ current = $null; previous = $null; next = $null }
    if ($null -ne $configuration) {
        $shown.current = [string]$configuration.CurrentCertificateThumbprint
        $shown.previous = [string]$configuration.PreviousCertificateThumbprint
        $shown.next = [string]$configuration.NextCertificateThumbprint
    }
    return $shown
}
