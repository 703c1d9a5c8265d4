# When an object of the directory was made: with its GUID it tells it from a later one of the same name.
function Read-Created($object) {
    $property = $object.PSObject.Properties['WhenCreatedUTC']
    if ($null -eq $property -or $property.Value -isnot [DateTime]) { return $null }
    $value = $property.Value
    if ($value.Kind -eq [DateTimeKind]::Unspecified) { $value = [DateTime]::SpecifyKind($value, [DateTimeKind]::Utc) }
    return $value.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
}
