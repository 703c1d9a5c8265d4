function Format-Time($value) {
    if ($value -isnot [DateTime]) { return $null }
    return $value.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
}

# A time of an object; null where it is not shown. What Exchange means in UTC need not say so.
function Read-Time($object, $name) {
    $property = $object.PSObject.Properties[$name]
    if ($null -eq $property -or $null -eq $property.Value) { return $null }
    $value = $property.Value
    if (($name -like '*UTC' -or $name -eq 'NextCertificateEffectiveDate') -and $value -is [DateTime] -and $value.Kind -eq [DateTimeKind]::Unspecified) {
        $value = [DateTime]::SpecifyKind($value, [DateTimeKind]::Utc)
    }
    return Format-Time $value
}
