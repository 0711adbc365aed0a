using System.Text.Json;
using System.Text.Json.Nodes;
using KediriLapor.Persistence;

namespace KediriLapor.Accounts;

/// <summary>What kind of thing an admin changed.</summary>
public enum AdminSubject
{
    Agency,

    Service,

    ServiceGroup,

    RoutingRules,

    User,

    Webhook,

    Car,
}

/// <summary>One field of the thing, as the API shows it; null on the side where there was nothing.</summary>
public sealed record ChangedFact(string Field, JsonElement Before, JsonElement After);

/// <summary>One edit of one thing by one person: who, when, and every field before and after. Rows are only ever added.</summary>
public sealed class AdminChange
{
    public const int KeyMax = 64;
    public const int NoteMax = 500;

    private AdminChange()
    {
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null for the program itself.</summary>
    public Guid? AccountId { get; private set; }

    public string ByName { get; private set; } = "";

    public AdminSubject Subject { get; private set; }

    /// <summary>The code or name by which the API knows the thing.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Of the thing after the edit.</summary>
    public int Version { get; private set; }

    public List<ChangedFact> Facts { get; private set; } = [];

    /// <summary>What the admin had to say about it, where the edit asks for that.</summary>
    public string? Note { get; private set; }

    /// <param name="before">The thing as the API showed it, null for a new one.</param>
    /// <param name="after">And as it shows it now. The version is no fact, and a secret must not be in either.</param>
    public static AdminChange Of(AdminSubject subject, string key, int version, object? before, object? after, Actor by, DateTimeOffset now, string? note = null)
    {
        var (old, young) = (Fields(before), Fields(after));
        return new AdminChange
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            AccountId = by.AccountId,
            ByName = by.Name,
            Subject = subject,
            Key = key,
            Version = version,
            Facts = [.. old.Keys.Union(young.Keys).Where(field => field != "version" && !JsonNode.DeepEquals(old.GetValueOrDefault(field), young.GetValueOrDefault(field)))
                .Select(field => new ChangedFact(field, Told(old, field), Told(young, field)))],
            Note = note,
        };
    }

    private static Dictionary<string, JsonNode?> Fields(object? thing) =>
        thing is null ? [] : JsonSerializer.SerializeToNode(thing, thing.GetType(), AppDb.ShownJson)!.AsObject().ToDictionary(field => field.Key, field => field.Value);

    private static JsonElement Told(Dictionary<string, JsonNode?> fields, string field) => JsonSerializer.SerializeToElement(fields.GetValueOrDefault(field));
}
