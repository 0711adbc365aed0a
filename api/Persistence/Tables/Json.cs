using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Persistence.Tables;

internal static class Json
{
    /// <summary>Stores a small value object as <c>jsonb</c>, compared by its JSON.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasColumnType("jsonb").HasConversion(
            value => Write(value),
            json => JsonSerializer.Deserialize<T>(json, AppDb.StoredJson)!,
            new ValueComparer<T>(
                (a, b) => Write(a) == Write(b),
                value => Write(value).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(Write(value), AppDb.StoredJson)!));
        return property;
    }

    private static string Write<T>(T? value) => JsonSerializer.Serialize(value, AppDb.StoredJson);
}
