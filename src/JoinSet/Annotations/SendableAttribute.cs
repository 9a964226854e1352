namespace JoinSets;

/// <summary>
/// Says that values of this type, or this member, may be used by several tasks at once: the analyzers take your word for it.
/// The counterpart of Rust's <c>unsafe impl Send + Sync</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class SendableAttribute : Attribute;
