namespace KediriLapor.Accounts;

/// <summary>Looks the actor of a request up again, later on, with the services of a scope of its own; null when it may no longer act.</summary>
public delegate Task<Actor?> AskAgain(IServiceProvider services, CancellationToken ct);

/// <summary>Who sent this request: a stranger until a session cookie, a token, a key or a report's secret shows otherwise.</summary>
public sealed class CurrentActor
{
    public Actor Value { get; private set; } = Actor.Anonymous;

    /// <summary>For what outlives its request: an open stream.</summary>
    public AskAgain Again { get; private set; } = (_, _) => Task.FromResult<Actor?>(null);

    internal void Become(Actor actor, AskAgain? again = null) => (Value, Again) = (actor, again ?? Again);
}
