using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KediriLapor.Platform;

namespace KediriLapor.Exports.Tables;

internal static class Values
{
    /// <summary>A file is no part of a page, so its text may stay as it was written.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteCell(this Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool yes: json.WriteBoolean(name, yes); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case decimal number: json.WriteNumber(name, number); break;
            case double number: json.WriteNumber(name, number); break;
            default: json.WriteString(name, Text(value)); break;
        }
    }

    /// <summary>Instants as RFC 3339 in WIB, days as ISO 8601, numbers as in any programming language.</summary>
    public static string? Text(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateTimeOffset instant => instant.ToOffset(IndonesianDate.Wib).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
