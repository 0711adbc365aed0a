using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KediriLapor.Platform;

namespace KediriLapor.WhatsApp;

/// <summary>Reads Meta's webhooks (Cloud API, "Webhooks payload reference"). They are not ours: what is unknown in them is passed over.</summary>
internal static partial class WebhookReader
{
    /// <summary>Meta's ids are about 60 characters.</summary>
    private const int IdMax = 300;

    /// <param name="phoneNumberId">The city's number; what concerns another one of the same account is passed over.</param>
    /// <exception cref="RuleViolation"><c>malformed_json</c> (400).</exception>
    public static IReadOnlyList<Heard> Read(byte[] body, string? phoneNumberId)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return
            [
                .. from entry in List(document.RootElement, "entry")
                   from change in List(entry, "changes")
                   let value = Child(change, "value")
                   where phoneNumberId is not null && Text(Child(value, "metadata"), "phone_number_id") == phoneNumberId
                   from heard in List(value, "messages").Select(Message).Concat(List(value, "statuses").Select(Delivery))
                   where heard is not null
                   select heard,
            ];
        }
        catch (JsonException)
        {
            throw new RuleViolation("malformed_json", StatusCodes.Status400BadRequest, "$");
        }
    }

    private static Heard? Message(JsonElement message)
    {
        if (IdOf(message) is not { } id || Text(message, "from") is not { } from || !Digits().IsMatch(from) || At(message) is not { } at)
        {
            return null;
        }

        var heard = new Heard(id, HeardKind.Other, "+" + from, at, AnswerTo: IdOf(Child(message, "context")));
        return Text(message, "type") switch
        {
            "text" => Words(heard, Text(Child(message, "text"), "body")),
            "button" => Words(heard, Text(Child(message, "button"), "text")),
            "interactive" => Words(heard, Text(Child(Child(message, "interactive"), "button_reply"), "title") ?? Text(Child(Child(message, "interactive"), "list_reply"), "title")),
            "location" => Location(heard, Child(message, "location")),
            "image" => Picture(heard, Child(message, "image")),
            // the way to send a photo in full size
            "document" when Text(Child(message, "document"), "mime_type")?.StartsWith("image/", StringComparison.Ordinal) == true => Picture(heard, Child(message, "document")),
            "reaction" or "system" => heard with { Kind = HeardKind.Reaction },
            _ => heard,
        };
    }

    private static Heard Words(Heard heard, string? text) => string.IsNullOrWhiteSpace(text) ? heard : heard with { Kind = HeardKind.Text, Text = text.Trim() };

    private static Heard Location(Heard heard, JsonElement location) =>
        Number(location, "latitude") is { } lat and >= -90 and <= 90 && Number(location, "longitude") is { } lng and >= -180 and <= 180
            ? heard with { Kind = HeardKind.Location, Lat = lat, Lng = lng, Text = Join(Text(location, "name"), Text(location, "address")) }
            : heard;

    private static Heard Picture(Heard heard, JsonElement picture) =>
        Text(picture, "id") is { } media ? heard with { Kind = HeardKind.Picture, MediaId = media, Text = Join(Text(picture, "caption"), null) } : heard;

    private static Heard? Delivery(JsonElement status) =>
        IdOf(status) is { } id && At(status) is { } at && StateOf(Text(status, "status")) is { } state
            ? new Heard(id, HeardKind.Delivery, "", at, Became: state, Error: List(status, "errors").Select(error => (int?)Number(error, "code")).FirstOrDefault())
            : null;

    private static MessageState? StateOf(string? status) => status switch
    {
        "delivered" => MessageState.Delivered,
        "read" => MessageState.Read,
        "failed" => MessageState.Failed,
        // that it was sent we know ourselves
        _ => null,
    };

    private static string? IdOf(JsonElement json) => Text(json, "id") is { Length: > 0 and <= IdMax } id ? id : null;

    /// <summary>Seconds since 1970, as text.</summary>
    private static DateTimeOffset? At(JsonElement json) =>
        long.TryParse(Text(json, "timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Join(string? one, string? other) => string.Join(", ", new[] { one, other }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim())) is { Length: > 0 } text ? text : null;

    private static JsonElement[] List(JsonElement json, string name) => Child(json, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static JsonElement Child(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) ? child : default;

    /// <summary>PostgreSQL stores no U+0000, and nobody means it.</summary>
    private static string? Text(JsonElement json, string name) =>
        Child(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()!.Replace("\0", "", StringComparison.Ordinal) : null;

    private static double? Number(JsonElement json, string name) => Child(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;

    [GeneratedRegex(@"^\d{6,15}$")]
    private static partial Regex Digits();
}
