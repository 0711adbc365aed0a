using KediriLapor.Reports;

namespace KediriLapor.Open311;

/// <summary>Which requests are asked for, with every bound checked: a list reads one window of time and one page of it.</summary>
internal sealed record RequestFilter
{
    public const int WindowDays = 90;

    private const double RadiusMax = 20_000;
    private const double MetresPerDegree = 111_320;

    /// <summary>These and no others, whatever else is asked.</summary>
    public IReadOnlyList<Guid>? Ids { get; private init; }

    public IReadOnlyList<string> Services { get; private init; } = [];

    public IReadOnlyList<string> Agencies { get; private init; } = [];

    /// <summary>Null: both.</summary>
    public bool? IsOpen { get; private init; }

    public (DateTimeOffset From, DateTimeOffset To)? Requested { get; private init; }

    public (DateTimeOffset From, DateTimeOffset To)? Updated { get; private init; }

    public Bounds? Within { get; private init; }

    public bool ByUpdate { get; private init; }

    public bool OldestFirst { get; private init; }

    public required Paging Page { get; init; }

    public static RequestFilter Of(Parameters sent, DateTimeOffset now)
    {
        var ids = sent.Listed("service_request_id");
        if (ids.Count > Paging.LimitMax)
        {
            throw new Refusal($"service_request_id: at most {Paging.LimitMax}");
        }

        var (updated, requested) = (Window(sent, "updated_after", "updated_before", now), Window(sent, "start_date", "end_date", now));
        var (byUpdate, oldestFirst) = Sort(sent["sort"], updated is not null);
        return new RequestFilter
        {
            Ids = ids.Count == 0 ? null : [.. ids.Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty)],
            Services = sent.Listed("service_code"),
            Agencies = sent.Listed("agency_responsible", '|'),
            IsOpen = Status(sent.Listed("status")),
            Requested = requested ?? (updated is null ? (now.AddDays(-WindowDays), now) : null),
            Updated = updated,
            Within = Box(sent),
            ByUpdate = byUpdate,
            OldestFirst = oldestFirst,
            Page = Paging.Of(sent),
        };
    }

    /// <summary>Without a start it is the <see cref="WindowDays"/> before its end; without an end it goes on until now, so that nobody takes a part for the whole.</summary>
    internal static (DateTimeOffset From, DateTimeOffset To)? Window(Parameters sent, string start, string end, DateTimeOffset now)
    {
        var (from, to) = (Instants.Read(sent[start], start), Instants.Read(sent[end], end));
        if (from is null && to is null)
        {
            return null;
        }

        // the calendar has a first and a last day, and some name them
        var window = (From: from ?? (to!.Value.Year > 1 ? to.Value.AddDays(-WindowDays) : DateTimeOffset.MinValue), To: to ?? (from > now ? from.Value : now));
        return window.To < window.From ? throw new Refusal($"{end} lies before {start}")
            : window.To - window.From > TimeSpan.FromDays(WindowDays) ? throw new Refusal($"{start} and {end} (or now): at most {WindowDays} days apart")
            : window;
    }

    private static bool? Status(IReadOnlyList<string> words)
    {
        if (words.FirstOrDefault(word => word is not (Statuses.Open or Statuses.Closed)) is { } unknown)
        {
            throw new Refusal($"status: {unknown} is neither open nor closed");
        }

        return words.Count == 1 ? words[0] == Statuses.Open : null;
    }

    private static (bool ByUpdate, bool OldestFirst) Sort(string? sort, bool isUpdateWindow) => sort switch
    {
        null => (isUpdateWindow, false),
        "requested_datetime" or "created" => (false, true),
        "-requested_datetime" or "-created" => (false, false),
        "updated_datetime" or "updated" => (true, true),
        "-updated_datetime" or "-updated" => (true, false),
        _ => throw new Refusal("sort: requested_datetime or updated_datetime, with - for newest first"),
    };

    private static Bounds? Box(Parameters sent)
    {
        if (sent["bbox"] is { } box)
        {
            return Bounds.Parse(box);
        }

        if (sent.Point() is not { } point)
        {
            return sent["radius"] is null ? null : throw new Refusal("radius: lat and long were not provided");
        }

        // the square around the circle: positions are coarse to 100 m anyway
        var metres = sent.Number("radius", 0, RadiusMax) ?? 500;
        var (lat, lng) = (metres / MetresPerDegree, metres / (MetresPerDegree * Math.Cos(point.Lat * Math.PI / 180)));
        return new Bounds(point.Long - lng, point.Lat - lat, point.Long + lng, point.Lat + lat);
    }
}
