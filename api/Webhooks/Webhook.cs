namespace KediriLapor.Webhooks;

public enum WebhookState
{
    Active,

    /// <summary>Its owner wants to hear nothing for now.</summary>
    Paused,

    /// <summary>The program has given it up, and told so.</summary>
    Disabled,
}

/// <summary>Why the program gave a webhook up.</summary>
public enum WebhookTrouble
{
    /// <summary>Nothing was taken for days.</summary>
    Failing,

    /// <summary>It answered 410: nobody will ever be there.</summary>
    Gone,
}

/// <summary>What its owner wants of a webhook.</summary>
internal sealed record WebhookWish(string Name, string Url, string[]? Events, string[]? Agencies, string[]? Services, string? NoticeEmail, bool Enabled);

/// <summary>Where a client wants to be told of what, and how that goes.</summary>
public sealed class Webhook
{
    public const int NameMax = 120;
    public const int UrlMax = 1024;
    public const int FilterMax = 200;

    /// <summary>Of one client. Nothing depends on it by one: two that are made at one instant may be one more.</summary>
    public const int MostOfClient = 50;

    /// <summary>Both sign while one takes the place of the other.</summary>
    public const int SigningSecretsMax = 2;

    /// <summary>Without one delivery taken: as long as one delivery is tried, so none that could still arrive is cut short.</summary>
    public static readonly TimeSpan SilenceMax = Delivery.Life;

    /// <summary>In a row, before it is given up: after a stop of ours days may lie between two attempts.</summary>
    public const int FailuresMin = 10;

    /// <summary>How long one that does not answer is left alone unless it asks for more: it may be back soon, and what is new should find out.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly List<WebhookSecret> secrets = [];

    private Webhook()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Whose it is, and so what it may hear of.</summary>
    public Guid ClientId { get; private init; }

    public string Name { get; private set; } = "";

    public string Url { get; private set; } = "";

    /// <summary>Of <see cref="EventTypes"/>; null for all.</summary>
    public string[]? Events { get; private set; }

    /// <summary>Null for all that its client may see.</summary>
    public string[]? Agencies { get; private set; }

    public string[]? Services { get; private set; }

    /// <summary>Who is told when it is given up; without it the admins are.</summary>
    public string? NoticeEmail { get; private set; }

    public WebhookState State { get; private set; }

    public WebhookTrouble? Trouble { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Since when nothing was taken; null while all goes well.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Failed attempts since then.</summary>
    public int Failures { get; private set; }

    /// <summary>Until when it is left alone, because it did not answer or asked for it.</summary>
    public DateTimeOffset? RestingUntil { get; private set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastSuccessAt { get; private set; }

    /// <summary>When the notice that it was given up is due; null when there is none to send.</summary>
    public DateTimeOffset? NoticeDueAt { get; private set; }

    public int NoticeAttempts { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public int Version { get; private set; }

    public IReadOnlyList<WebhookSecret> Secrets => secrets;

    internal Wish Wish => new(Events, Agencies, Services);

    /// <returns>The webhook, and its first secret.</returns>
    internal static (Webhook Webhook, string Secret) Create(Guid clientId, WebhookWish wish, WebhookVault vault, DateTimeOffset now)
    {
        var webhook = new Webhook { Id = Guid.CreateVersion7(now), ClientId = clientId, CreatedAt = now };
        webhook.Change(wish);
        var (secret, text) = WebhookSecret.New(webhook.Id, 1, vault, now);
        webhook.secrets.Add(secret);
        return (webhook, text);
    }

    /// <summary>Whoever enables it, or sends it elsewhere, begins anew: what failed before counts no more.</summary>
    internal void Change(WebhookWish wish)
    {
        if (wish.Url != Url || (wish.Enabled && State == WebhookState.Disabled))
        {
            Recover();
        }

        (Name, Url, NoticeEmail) = (wish.Name, wish.Url, wish.NoticeEmail);
        (Events, Agencies, Services) = (wish.Events, wish.Agencies, wish.Services);
        if (wish.Enabled)
        {
            (State, Trouble, DisabledAt, NoticeDueAt) = (WebhookState.Active, null, null, null);
        }
        else if (State == WebhookState.Active)
        {
            State = WebhookState.Paused;
        }

        Version++;
    }

    /// <summary>Gives a new secret beside the present one, which goes on signing until <paramref name="overlap"/> is over.</summary>
    internal string Rotate(TimeSpan overlap, WebhookVault vault, DateTimeOffset now)
    {
        var signing = secrets.Where(old => old.Signs(now)).OrderByDescending(old => old.Number).ToArray();
        for (var i = 0; i < signing.Length; i++)
        {
            signing[i].EndBy(i < SigningSecretsMax - 1 ? now + overlap : now);
        }

        var (added, text) = WebhookSecret.New(Id, secrets.Count + 1, vault, now);
        secrets.Add(added);
        Version++;
        return text;
    }

    /// <summary>A delivery was taken.</summary>
    internal void Succeeded(DateTimeOffset now)
    {
        Recover();
        LastSuccessAt = LastSuccessAt > now - TimeSpan.FromMinutes(1) ? LastSuccessAt : now;
    }

    /// <param name="tryingSince">When the delivery that failed was first tried.</param>
    /// <param name="restUntil">Set where whatever else is sent there would fail, too.</param>
    /// <returns>Whether it is given up now.</returns>
    internal bool Failed(DateTimeOffset tryingSince, DateTimeOffset? restUntil, DateTimeOffset now)
    {
        FailingSince ??= tryingSince >= (LastSuccessAt ?? CreatedAt) ? tryingSince : now;
        Failures++;
        RestingUntil = restUntil > RestingUntil || RestingUntil is null ? restUntil : RestingUntil;
        return State == WebhookState.Active && Failures >= FailuresMin && now - FailingSince >= SilenceMax && GiveUp(WebhookTrouble.Failing, now);
    }

    /// <summary>It says itself that nobody will be there again.</summary>
    /// <returns>Whether it is given up now.</returns>
    internal bool Left(DateTimeOffset now) => State != WebhookState.Disabled && GiveUp(WebhookTrouble.Gone, now);

    internal void NoticeSent() => (NoticeDueAt, NoticeAttempts) = (null, 0);

    private bool GiveUp(WebhookTrouble trouble, DateTimeOffset now)
    {
        (State, Trouble, DisabledAt, NoticeDueAt, NoticeAttempts) = (WebhookState.Disabled, trouble, now, now, 0);
        Version++;
        return true;
    }

    private void Recover() => (FailingSince, Failures, RestingUntil) = (null, 0, null);
}
