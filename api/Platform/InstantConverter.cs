using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace KediriLapor.Platform;

/// <summary>An instant says its offset (RFC 3339). One without would be read in the time zone of the server, wherever that stands.</summary>
internal sealed partial class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Offset().IsMatch(reader.GetString()!) && reader.TryGetDateTimeOffset(out var instant) ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    [GeneratedRegex(@"(?:Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Offset();
}
