//! Conversions of numbers with decimals to whole ones, in terms of what WebAssembly's first version has.
//!
//! Rust's `as` gives the nearest whole number there is, and zero for what is no number. WebAssembly has an instruction for
//! that; wasm2js knows it for 64 bits not at all, and for 32 wraps around. So each becomes a call of a function that
//! compares with both ends first.

use std::mem::discriminant;

use walrus::ir::{BinaryOp, Call, Instr, InstrLocId, UnaryOp, Unop, Value, VisitorMut, dfs_pre_order_mut};
use walrus::{FunctionBuilder, FunctionId, InstrSeqBuilder, LocalId, Module, ValType};

/// A conversion that stops at both ends.
struct Conversion {
    /// What it is in the engine.
    saturating: UnaryOp,
    /// The one that may only be asked within both ends.
    within: UnaryOp,
    from: ValType,
    to: ValType,
    /// The least number that is within, and the first that no longer is.
    ends: [f64; 2],
    /// What stands for all below, and for all above.
    limits: [Value; 2],
}

const I32: f64 = 2_147_483_648.0;
const I64: f64 = 9_223_372_036_854_775_808.0;

/// All eight, as the standard has them.
fn conversions() -> [Conversion; 8] {
    use UnaryOp::*;
    use ValType::{F32, F64};
    let signed32 = ([-I32, I32], [Value::I32(i32::MIN), Value::I32(i32::MAX)]);
    let signed64 = ([-I64, I64], [Value::I64(i64::MIN), Value::I64(i64::MAX)]);
    let unsigned32 = ([0.0, 2.0 * I32], [Value::I32(0), Value::I32(-1)]);
    let unsigned64 = ([0.0, 2.0 * I64], [Value::I64(0), Value::I64(-1)]);
    let made = |saturating, within, from, to, (ends, limits)| Conversion { saturating, within, from, to, ends, limits };
    [
        made(I32TruncSSatF32, I32TruncSF32, F32, ValType::I32, signed32),
        made(I32TruncUSatF32, I32TruncUF32, F32, ValType::I32, unsigned32),
        made(I32TruncSSatF64, I32TruncSF64, F64, ValType::I32, signed32),
        made(I32TruncUSatF64, I32TruncUF64, F64, ValType::I32, unsigned32),
        made(I64TruncSSatF32, I64TruncSF32, F32, ValType::I64, signed64),
        made(I64TruncUSatF32, I64TruncUF32, F32, ValType::I64, unsigned64),
        made(I64TruncSSatF64, I64TruncSF64, F64, ValType::I64, signed64),
        made(I64TruncUSatF64, I64TruncUF64, F64, ValType::I64, unsigned64),
    ]
}

/// Writes every such conversion of a module as a call.
pub fn lower(module: &mut Module) {
    let calls = conversions().map(|conversion| (conversion.saturating, function(&conversion, module)));
    for (id, function) in module.funcs.iter_local_mut() {
        if calls.iter().all(|(_, own)| *own != id) {
            let entry = function.entry_block();
            dfs_pre_order_mut(&mut Replace(&calls), function, entry);
        }
    }
}

struct Replace<'c>(&'c [(UnaryOp, FunctionId)]);

impl VisitorMut for Replace<'_> {
    fn visit_instr_mut(&mut self, instruction: &mut Instr, _: &mut InstrLocId) {
        let Instr::Unop(Unop { op }) = instruction else { return };
        if let Some((_, func)) = self.0.iter().find(|(own, _)| discriminant(own) == discriminant(op)) {
            *instruction = Call { func: *func }.into();
        }
    }
}

/// Within both ends the conversion; beyond them the limit; zero for what is no number.
fn function(conversion: &Conversion, module: &mut Module) -> FunctionId {
    let &Conversion { within, from, to, ends: [least, first_beyond], limits: [low, high], .. } = conversion;
    let number = module.locals.add(from);
    let zero = if to == ValType::I32 { Value::I32(0) } else { Value::I64(0) };
    let get = |code: &mut InstrSeqBuilder| widened(code, number, from);
    let mut builder = FunctionBuilder::new(&mut module.types, &[from], &[to]);
    let mut code = builder.func_body();
    get(&mut code);
    code.f64_const(least).binop(BinaryOp::F64Ge).if_else(
        to,
        |code| {
            get(code);
            code.f64_const(first_beyond).binop(BinaryOp::F64Lt).if_else(
                to,
                |code| {
                    code.local_get(number).unop(within);
                },
                |code| {
                    code.const_(high);
                },
            );
        },
        |code| {
            // Only what is no number is not itself.
            code.const_(low).const_(zero);
            get(code);
            get(code);
            code.binop(BinaryOp::F64Eq).select(None);
        },
    );
    builder.finish(vec![number], &mut module.funcs)
}

/// The number as one of 64 bits, which holds every one of 32.
fn widened(code: &mut InstrSeqBuilder, number: LocalId, from: ValType) {
    code.local_get(number);
    if from == ValType::F32 {
        code.unop(UnaryOp::F64PromoteF32);
    }
}
